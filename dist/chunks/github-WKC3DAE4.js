import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  context,
  getOctokit
} from "./chunk-3A6CLUXI.js";
import "./chunk-WNFF4Q62.js";
import "./chunk-TO6V6YKD.js";
export {
  context,
  getOctokit
};
