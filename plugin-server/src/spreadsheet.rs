//! Cells that no spreadsheet takes for a formula: their text is often a stranger's.

use std::borrow::Cow;

/// What makes a spreadsheet compute the cell that begins with it, in the widths of East Asian text too.
const FORMULA_SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// `cell`, with an apostrophe before it where a spreadsheet would compute it. It must hold no control characters.
pub(crate) fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.trim_start().starts_with(FORMULA_SIGNS) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}
