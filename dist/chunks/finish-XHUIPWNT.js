import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishVerify,
  saveFolder
} from "./chunk-52CKVAFK.js";
import "./chunk-JEOJV6G4.js";
import "./chunk-SSQM236A.js";
import "./chunk-X5AATHZ6.js";
export {
  finishVerify,
  saveFolder
};
