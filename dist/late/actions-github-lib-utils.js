import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  defaults
} from "../chunks/chunk-E7SOYAFM.js";
import "../chunks/chunk-6PESTMRW.js";
import "../chunks/chunk-GP2EG5WX.js";
import "../chunks/chunk-X5AATHZ6.js";
export {
  defaults
};
