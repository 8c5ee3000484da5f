// What a site may do with the answers: it is told codes, and decides nothing about the badges by itself.
const said = document.querySelector('#said');

document.addEventListener('open-badge-fetch', (event) => {
  // This site lets its visitors' browsers ask for keys, and for nothing else.
  if (event.detail.kind !== 'badge' && event.detail.kind !== 'key') event.preventDefault();
});

document.addEventListener('open-badge-result', (event) => {
  const time = new Date(event.detail.checkedAt).toLocaleTimeString(document.documentElement.lang);
  said.textContent = `Checked at ${time}, in your own browser.`;
});
