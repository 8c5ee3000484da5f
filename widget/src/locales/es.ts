import checks from '../../../locales/es/checks.ftl?raw';
import widget from '../../../locales/es/widget.ftl?raw';
import { type Describe, describer } from '../describe.js';
import { makeLocalizer } from '../localizer.js';

export type { Describe, DescribedCheck, Description } from '../describe.js';

/** A report in Spanish words. */
export const describe: Describe = describer(makeLocalizer('es', [checks, widget]));
