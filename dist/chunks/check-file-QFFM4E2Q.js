import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  USUAL_CHECK_FILE,
  openCheckFile
} from "./chunk-SXUVMFPP.js";
import "./chunk-WMKCG7NY.js";
import "./chunk-ZIZGBSNS.js";
import "./chunk-YQ2JDB3K.js";
import "./chunk-47KHJZ2A.js";
import "./chunk-OMWTWNNE.js";
import "./chunk-X5AATHZ6.js";
export {
  USUAL_CHECK_FILE,
  openCheckFile
};
