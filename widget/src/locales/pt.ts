import checks from '../../../locales/pt/checks.ftl?raw';
import widget from '../../../locales/pt/widget.ftl?raw';
import { type Describe, describer } from '../describe.js';
import { makeLocalizer } from '../localizer.js';

export type { Describe, DescribedCheck, Description } from '../describe.js';

/** A report in Portuguese words. */
export const describe: Describe = describer(makeLocalizer('pt', [checks, widget]));
