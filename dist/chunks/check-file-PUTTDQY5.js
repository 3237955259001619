import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  USUAL_CHECK_FILE,
  openCheckFile
} from "./chunk-GYNUFKWA.js";
import "./chunk-WMKCG7NY.js";
import "./chunk-LH472P7B.js";
import "./chunk-47KHJZ2A.js";
import "./chunk-OMWTWNNE.js";
import "./chunk-X5AATHZ6.js";
export {
  USUAL_CHECK_FILE,
  openCheckFile
};
