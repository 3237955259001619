import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  hostOf
} from "./chunk-ZQ3A7QTU.js";

// actions/nodes/diff/web.ts
function pagesOf(url) {
  const host = hostOf(url);
  const isGitLab = host.startsWith("gitlab.");
  if (host !== "github.com" && host !== "codeberg.org" && !isGitLab) return void 0;
  const base = isGitLab ? `${url}/-` : url;
  return {
    commit: (hash) => `${base}/commit/${encodeURIComponent(hash)}`,
    compare: (from, to) => `${base}/compare/${encodeURIComponent(from)}...${encodeURIComponent(to)}`
  };
}

export {
  pagesOf
};
