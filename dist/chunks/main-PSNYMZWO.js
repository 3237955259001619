import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  runSnapshot
} from "./chunk-F6EG2WOI.js";
import "./chunk-HQ6YO7FU.js";
import "./chunk-IHOTSPCP.js";
import "./chunk-FQS3CJXJ.js";
import "./chunk-6ATBRX4H.js";
import "./chunk-ZQ3A7QTU.js";
import "./chunk-ZIZGBSNS.js";
import "./chunk-B2PF4ORM.js";
import "./chunk-JC7I2YQX.js";
import "./chunk-INPAMFGY.js";
import "./chunk-HNX5EVE5.js";
import "./chunk-766GEI45.js";
import "./chunk-YQ2JDB3K.js";
import "./chunk-NQSZNAFT.js";
import "./chunk-MBEH4HWX.js";
import "./chunk-47KHJZ2A.js";
import "./chunk-EZQO47NV.js";
import "./chunk-OMWTWNNE.js";
import "./chunk-X5AATHZ6.js";
export {
  runSnapshot
};
