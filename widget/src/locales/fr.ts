import checks from '../../../locales/fr/checks.ftl?raw';
import widget from '../../../locales/fr/widget.ftl?raw';
import { describer } from '../describe.js';
import { makeLocalizer } from '../localizer.js';

/** A report in French words. */
export const describe = describer(makeLocalizer('fr', [checks, widget]));
