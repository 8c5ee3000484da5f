// The custom-elements manifest, for editors and for frameworks: what the elements take, tell and offer.

/** Leaves out what only the elements themselves use, and says which file of the package has each element. */
const published = {
  name: 'published',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      module.path = 'dist/index.js';
      module.exports = module.exports.filter(({ kind }) => kind === 'js');
      module.declarations = module.declarations.filter(({ tagName }) => tagName !== undefined);
      for (const element of module.declarations) {
        const inner = new Set(element.members?.filter(isInner).map(({ name }) => name));
        element.members = element.members?.filter((member) => !isInner(member));
        element.attributes = element.attributes?.filter(({ name, fieldName }) => !inner.has(fieldName ?? name));
      }
    }
  },
};

function isInner({ privacy, name }) {
  return privacy === 'private' || privacy === 'protected' || name.startsWith('_');
}

export default {
  globs: ['src/open-badge.ts', 'src/open-badge-list.ts', 'src/open-badge-verifier.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [published],
};
