/** Lets the browser save a text as a file, as if it had been downloaded. */
export function saveFile(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The download has begun with the click, and holds what it needs.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Copies the address of this very page with the badge at `link` behind it; `false` when the browser does not let it. */
export async function copyLinkTo(link: string): Promise<boolean> {
  const page = new URL(location.href);
  page.search = '';
  page.hash = new URLSearchParams({ badge: link }).toString();
  return navigator.clipboard.writeText(page.href).then(
    () => true,
    () => false,
  );
}
