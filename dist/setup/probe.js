import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  parseBuildahVersion,
  parseInfo,
  probePodman
} from "../chunks/chunk-5YPPQVNM.js";
import "../chunks/chunk-MBEH4HWX.js";
import "../chunks/chunk-47KHJZ2A.js";
import "../chunks/chunk-OMWTWNNE.js";
import "../chunks/chunk-X5AATHZ6.js";
export {
  parseBuildahVersion,
  parseInfo,
  probePodman
};
