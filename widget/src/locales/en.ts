import checks from '../../../locales/en/checks.ftl?raw';
import widget from '../../../locales/en/widget.ftl?raw';
import { type Describe, describer } from '../describe.js';
import { makeLocalizer } from '../localizer.js';

export type { Describe, DescribedCheck, Description } from '../describe.js';

/** A report in English words. */
export const describe: Describe = describer(makeLocalizer('en', [checks, widget]));
