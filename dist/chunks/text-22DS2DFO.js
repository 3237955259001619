import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  textOf
} from "./chunk-P7T7QX4N.js";
import "./chunk-OHTHRSMA.js";
import "./chunk-B2PF4ORM.js";
import "./chunk-5XXXVB74.js";
import "./chunk-EZQO47NV.js";
import "./chunk-X5AATHZ6.js";
export {
  textOf
};
