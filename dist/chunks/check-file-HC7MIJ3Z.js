import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  USUAL_CHECK_FILE,
  openCheckFile
} from "./chunk-OZFBX7LI.js";
import "./chunk-WMKCG7NY.js";
import "./chunk-RRHYVJRH.js";
import "./chunk-BKXCIMUH.js";
import "./chunk-J6MGYEM6.js";
import "./chunk-GTGSVCFP.js";
import "./chunk-TO6V6YKD.js";
export {
  USUAL_CHECK_FILE,
  openCheckFile
};
