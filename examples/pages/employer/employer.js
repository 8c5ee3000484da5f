// A tally for the desk's own records: how many of the files given were answered, and how. It knows no names.
const tally = document.querySelector('#tally');
const counts = new Map();

document.querySelector('open-badge-verifier').addEventListener('open-badge-result', ({ detail }) => {
  counts.set(detail.state, (counts.get(detail.state) ?? 0) + 1);
  tally.textContent = `This application: ${[...counts].map(([state, count]) => `${count} ${state}`).join(', ')}.`;
});
