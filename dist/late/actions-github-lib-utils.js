import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import{defaults}from"./chunk-AKTJ4QE2.js";import"./chunk-RDDDE7G4.js";import"./chunk-AXC6GDCH.js";export{defaults};
