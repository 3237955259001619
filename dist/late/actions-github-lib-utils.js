import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  defaults
} from "../chunks/chunk-G6MBXLPS.js";
import "../chunks/chunk-OBTDA3RK.js";
import "../chunks/chunk-6PESTMRW.js";
import "../chunks/chunk-GP2EG5WX.js";
import "../chunks/chunk-X5AATHZ6.js";
export {
  defaults
};
