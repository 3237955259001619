import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  context,
  getOctokit
} from "./chunk-YMSEFVFK.js";
import "./chunk-P3AKUXWO.js";
import "./chunk-B4SVCLI7.js";
import "./chunk-TO6V6YKD.js";
export {
  context,
  getOctokit
};
