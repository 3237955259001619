import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  Context,
  GitHub,
  getOctokitOptions
} from "./chunk-E7SOYAFM.js";

// node_modules/@actions/github/lib/github.js
var context = new Context();
function getOctokit(token, options, ...additionalPlugins) {
  const GitHubWithPlugins = GitHub.plugin(...additionalPlugins);
  return new GitHubWithPlugins(getOctokitOptions(token, options));
}

export {
  context,
  getOctokit
};
