import checks from '../../../locales/en/checks.ftl?raw';
import widget from '../../../locales/en/widget.ftl?raw';
import { describer } from '../describe.js';
import { makeLocalizer } from '../localizer.js';

/** A report in English words. */
export const describe = describer(makeLocalizer('en', [checks, widget]));
