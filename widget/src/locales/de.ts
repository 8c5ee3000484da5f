import checks from '../../../locales/de/checks.ftl?raw';
import widget from '../../../locales/de/widget.ftl?raw';
import { type Describe, describer } from '../describe.js';
import { makeLocalizer } from '../localizer.js';

export type { Describe, DescribedCheck, Description } from '../describe.js';

/** A report in German words. */
export const describe: Describe = describer(makeLocalizer('de', [checks, widget]));
