import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishBuild
} from "./chunk-5EN5EFLI.js";
import "./chunk-DI4UDGA2.js";
import "./chunk-DOI4ZRPN.js";
import "./chunk-JKF2EBZU.js";
import "./chunk-NEBCN2RQ.js";
import "./chunk-O7MKDZIK.js";
import "./chunk-UTNP4HKY.js";
import "./chunk-PR5VHADN.js";
import "./chunk-LUX6I4HD.js";
import "./chunk-DNWJD24H.js";
import "./chunk-EZQO47NV.js";
import "./chunk-GTGSVCFP.js";
import "./chunk-TO6V6YKD.js";
export {
  finishBuild
};
