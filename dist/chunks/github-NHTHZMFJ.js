import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  context,
  getOctokit
} from "./chunk-X4PJFTKV.js";
import "./chunk-E7SOYAFM.js";
import "./chunk-6PESTMRW.js";
import "./chunk-GP2EG5WX.js";
import "./chunk-X5AATHZ6.js";
export {
  context,
  getOctokit
};
