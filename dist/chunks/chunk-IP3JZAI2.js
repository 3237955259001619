import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  readConfig
} from "./chunk-O7MKDZIK.js";
import {
  formatPlatform,
  parsePlatform
} from "./chunk-THVJOUJ4.js";
import {
  ProcessError
} from "./chunk-DNWJD24H.js";
import {
  digestOf
} from "./chunk-EZQO47NV.js";
import {
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/engine/image.ts
async function inspectImage(store, id) {
  const config = await readConfig(store, id);
  const parsed = JSON.parse(config.toString());
  const platform = parsePlatform(formatPlatform(parsed));
  return { name: id, id, config, platform, layers: parsed.rootfs.diff_ids, store };
}
function requirePlatform(image, wanted) {
  const { os, architecture } = image.platform;
  const variantDiffers = wanted.variant !== void 0 && image.platform.variant !== void 0 && image.platform.variant !== wanted.variant;
  if (os === wanted.os && architecture === wanted.architecture && !variantDiffers) return;
  throw new UserError(
    "IMG2106",
    `The image is for ${formatPlatform(image.platform)}, not for ${formatPlatform(wanted)}.`,
    {
      hint: 'Check that the leg runs on the right runner (input "runners"), and that no FROM line names another --platform.'
    }
  );
}
function withoutTraces(image) {
  const config = JSON.parse(Buffer.from(image.config).toString());
  delete config.container;
  delete config.parent;
  for (const part of [config.config, config.container_config]) if (part?.Hostname) part.Hostname = "";
  for (const step of config.history ?? [])
    if (/^FROM [0-9a-f]{12}$/.test(step.comment ?? "")) delete step.comment;
  const bytes = Buffer.from(JSON.stringify(config));
  return { ...image, id: digestOf(bytes), config: bytes };
}

// actions/engine/space.ts
function noSpace(error, path, hint) {
  if (!(error instanceof ProcessError) || !/no space left on device/i.test(error.result.stderr)) return error;
  return new UserError("IMG1006", `No space left on the disk of ${path}.`, { hint, cause: error });
}

export {
  inspectImage,
  requirePlatform,
  withoutTraces,
  noSpace
};
