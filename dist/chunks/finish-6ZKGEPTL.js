import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishVerify,
  saveFolder
} from "./chunk-V4544LNU.js";
import "./chunk-DOI4ZRPN.js";
import "./chunk-PR5VHADN.js";
import "./chunk-TO6V6YKD.js";
export {
  finishVerify,
  saveFolder
};
