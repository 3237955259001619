import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishVerify,
  saveFolder
} from "./chunk-4MO4VXPY.js";
import "./chunk-Q7XATDVR.js";
import "./chunk-JC7I2YQX.js";
import "./chunk-X5AATHZ6.js";
export {
  finishVerify,
  saveFolder
};
