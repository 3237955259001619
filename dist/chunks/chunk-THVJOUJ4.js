import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/base/platform.ts
var ALIASES = {
  x86_64: { architecture: "amd64" },
  "x86-64": { architecture: "amd64" },
  aarch64: { architecture: "arm64" },
  armhf: { architecture: "arm", variant: "v7" },
  armel: { architecture: "arm", variant: "v6" }
};
var ARCHITECTURES = /* @__PURE__ */ new Set([
  "amd64",
  "arm64",
  "arm",
  "386",
  "ppc64le",
  "s390x",
  "riscv64",
  "loong64",
  "mips64le"
]);
function parsePlatform(text) {
  const [os, name, variant, ...rest] = text.trim().toLowerCase().split("/");
  const alias = ALIASES[name ?? ""];
  const architecture = alias?.architecture ?? name ?? "";
  if (os !== "linux" || rest.length > 0 || !ARCHITECTURES.has(architecture) || variant !== void 0 && !/^v\d+$/.test(variant)) {
    throw new UserError("IMG1003", `Unknown platform "${text}".`, {
      hint: `Platforms look like linux/amd64, linux/arm64 or linux/arm/v7; known architectures: ${[...ARCHITECTURES].join(", ")}.`
    });
  }
  const exact = variant ?? alias?.variant;
  const redundant = architecture === "arm64" && exact === "v8";
  return exact === void 0 || redundant ? { os, architecture } : { os, architecture, variant: exact };
}
function formatPlatform(platform) {
  return [platform.os, platform.architecture, platform.variant].filter(Boolean).join("/");
}
function samePlatform(a, b) {
  return formatPlatform(a) === formatPlatform(b);
}
function platformOf(arch) {
  const names = {
    x64: "linux/amd64",
    arm64: "linux/arm64",
    arm: "linux/arm/v7",
    ia32: "linux/386"
  };
  return parsePlatform(names[arch] ?? `linux/${arch}`);
}

export {
  parsePlatform,
  formatPlatform,
  samePlatform,
  platformOf
};
