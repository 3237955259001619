import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  digestOf
} from "./chunk-EZQO47NV.js";
import {
  InputError,
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/plan/document-source.ts
function checkInput(text, kind) {
  if (kind.reference.test(text)) return;
  if (text === "" || /^[-{]/.test(text) || text.includes("@sha256:")) throw unreadable(text, kind);
}
async function fetchDocument(text, kind, sources) {
  checkInput(text, kind);
  const [, artifact, digest = ""] = kind.reference.exec(text) ?? [];
  if (artifact === void 0) {
    return {
      content: await sources.readFile(text).catch((cause) => Promise.reject(unreadable(text, kind, cause)))
    };
  }
  const content = await sources.artifact(artifact);
  if (content === void 0) {
    throw new UserError("IMG1403", `This run has no artifact "${artifact}".`, {
      hint: `The ${kind.name} comes from ${kind.from} in the same workflow run; check that the job "needs" it.`
    });
  }
  checkDigest(content, { artifact, digest }, kind);
  return { content, artifact };
}
function checkDigest(content, { artifact, digest }, { name }) {
  if (digestOf(content) === digest) return;
  throw new UserError(
    "IMG1404",
    `The artifact "${artifact}" is not the ${name} that was asked for: its digest differs.`,
    {
      hint: `Pass the output "${name}" of the run, unchanged.`
    }
  );
}
function unreadable(text, { name, from, otherwise }, cause) {
  const shown = text.length > 100 ? `${text.slice(0, 100)}\u2026` : text;
  return new InputError("IMG1401", `The input "${name}" is "${shown}", which can't be read.`, {
    hint: `Pass the output "${name}" of ${from} (${name}-\u2026@sha256:\u2026), ${otherwise}.`,
    cause
  });
}

export {
  checkInput,
  fetchDocument,
  checkDigest
};
