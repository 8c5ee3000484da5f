// Canonicalises JSON-LD documents with jsonld.js, in safe mode, without a network.
// Standard input: first line {url: context document}; then one document per line.
// Standard output: one line per document, {"nQuads": ...} or {"error": ...}.
import {createInterface} from 'node:readline';
import jsonld from 'jsonld';

const lines = createInterface({input: process.stdin, crlfDelay: Infinity});
let contexts;

const documentLoader = async url => {
  if(!Object.hasOwn(contexts, url)) {
    throw new Error(`unknown context ${url}`);
  }
  return {contextUrl: null, documentUrl: url, document: contexts[url]};
};

for await (const line of lines) {
  const value = JSON.parse(line);
  if(contexts === undefined) {
    contexts = value;
    continue;
  }
  let answer;
  try {
    answer = {
      nQuads: await jsonld.canonize(value, {
        base: null,
        safe: true,
        documentLoader,
        rdfDirection: 'i18n-datatype',
        canonizeOptions: {maxWorkFactor: 2}
      })
    };
  } catch(error) {
    answer = {error: error.details?.event?.code ?? error.details?.code ?? error.details?.cause?.message ?? error.message};
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
