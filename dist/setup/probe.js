import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  parseBuildahVersion,
  parseInfo,
  probePodman
} from "../chunks/chunk-H6VPPYTF.js";
import "../chunks/chunk-LUX6I4HD.js";
import "../chunks/chunk-C5D3HR52.js";
import "../chunks/chunk-J6MGYEM6.js";
import "../chunks/chunk-GTGSVCFP.js";
import "../chunks/chunk-TO6V6YKD.js";
export {
  parseBuildahVersion,
  parseInfo,
  probePodman
};
