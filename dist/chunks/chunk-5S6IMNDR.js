import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/plan/id.ts
import { createHash } from "node:crypto";
function standaloneId(identity) {
  const { runId, revision, images, rules } = identity;
  const parts = [runId, revision, images.map(({ name, repositories }) => [name, repositories]), rules];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 12);
}
function randomPlanId(randomBytes) {
  return Buffer.from(randomBytes(6)).toString("hex");
}

export {
  standaloneId,
  randomPlanId
};
