import checks from '../../../locales/it/checks.ftl?raw';
import widget from '../../../locales/it/widget.ftl?raw';
import { type Describe, describer } from '../describe.js';
import { makeLocalizer } from '../localizer.js';

export type { Describe, DescribedCheck, Description } from '../describe.js';

/** A report in Italian words. */
export const describe: Describe = describer(makeLocalizer('it', [checks, widget]));
