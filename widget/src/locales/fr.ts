import checks from '../../../locales/fr/checks.ftl?raw';
import widget from '../../../locales/fr/widget.ftl?raw';
import { type Describe, describer } from '../describe.js';
import { makeLocalizer } from '../localizer.js';

export type { Describe, DescribedCheck, Description } from '../describe.js';

/** A report in French words. */
export const describe: Describe = describer(makeLocalizer('fr', [checks, widget]));
