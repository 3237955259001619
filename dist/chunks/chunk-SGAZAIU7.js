import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  RE2JS,
  RE2JSException
} from "./chunk-WMKCG7NY.js";
import {
  _enum,
  _null,
  array,
  boolean,
  int,
  json,
  literal,
  record,
  strictObject,
  string,
  toJSONSchema,
  union
} from "./chunk-47KHJZ2A.js";

// actions/checks/file/values.ts
function oneOrMore(item) {
  return union([item.transform((one) => [one]), array(item).min(1)]);
}
var pattern = string().superRefine((text2, context) => {
  try {
    RE2JS.compile(text2);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const what = error.message.replace(/^error parsing regexp: /, "");
    context.addIssue({ code: "custom", message: `the pattern can't be compiled: ${what}` });
  }
}).meta({ title: "pattern" });
var UNITS = { ms: 1, s: 1e3, m: 6e4 };
var duration = string().regex(/^\d+(\.\d+)?(ms|s|m)$/, "write a duration such as 500ms, 10s or 2m").meta({ title: "duration" }).transform((text2) => {
  const [, number = "", unit = ""] = /^([\d.]+)(\w+)$/.exec(text2) ?? [];
  return Number(number) * UNITS[unit];
});
var STEPS = { B: 1, kB: 1e3, KB: 1e3, MB: 1e6, GB: 1e9, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };
var size = string().regex(/^\d+(\.\d+)? ?(B|kB|KB|MB|GB|KiB|MiB|GiB)$/, "write a size such as 250 MB or 1.5 GiB").meta({ title: "size" }).transform((text2) => {
  const [, number = "", unit = ""] = /^([\d.]+) ?(\w+)$/.exec(text2) ?? [];
  return Number(number) * STEPS[unit];
});
var span = duration.refine(
  (milliseconds) => milliseconds > 0,
  "write more than nothing, such as 10s"
);
var mode = string().regex(/^0?[0-7]{3,4}$/, 'write a mode such as "0755"').meta({ title: "mode" });
var signal = _enum([
  "SIGTERM",
  "SIGINT",
  "SIGQUIT",
  "SIGHUP",
  "SIGKILL",
  "SIGUSR1",
  "SIGUSR2",
  "SIGWINCH",
  "SIGRTMIN+3"
]);
var path = string().startsWith("/", "write an absolute path").meta({ title: "path" });
var glob = string().startsWith("/", "write a glob of absolute paths, such as /usr/**").refine((text2) => !text2.includes("\\\\"), "write it without several backslashes in a row").meta({ title: "glob" });
var port = int().min(1).max(65535);
var id = int().min(0).max(4294967294);
var command = array(string()).min(1);
var environment = record(
  string().regex(/^[^=\s]+$/, 'a variable has a name without blanks and "="'),
  union([string(), _null()])
);
var textFields = {
  contains: oneOrMore(string()).optional().describe("Texts that must be in it."),
  excludes: oneOrMore(string()).optional().describe("Texts that must not be in it."),
  matches: oneOrMore(pattern).optional().describe("Regular expressions (RE2) that must match somewhere in it.")
};
var text = strictObject(textFields);

// actions/checks/file/image.ts
var named = record(string(), union([string(), _null(), text]));
var allow = { allow: array(glob).default([]).describe("Globs of paths that may be.") };
var healthcheck = strictObject({
  command: text.optional().describe("What its command must hold."),
  interval: duration.optional().describe("Exactly."),
  timeout: duration.optional().describe("Exactly."),
  "start-period": duration.optional().describe("Exactly."),
  retries: int().min(0).optional().describe("Exactly.")
});
var image = strictObject({
  user: union([
    string(),
    strictObject({
      name: string().optional().describe("Its name in /etc/passwd."),
      uid: id.optional().describe("Its id."),
      gid: id.optional().describe("The id of its group.")
    })
  ]).optional().describe(
    "Whom it runs as: USER as it is written, or name, uid and gid, looked up in the image's own files."
  ),
  cmd: command.optional().describe("CMD, word by word."),
  entrypoint: command.optional().describe("ENTRYPOINT, word by word."),
  workdir: path.optional().describe("WORKDIR."),
  ports: array(union([port, string().regex(/^\d+\/(tcp|udp|sctp)$/, "write a port such as 8000 or 53/udp")])).optional().describe("Exactly the ports of EXPOSE."),
  env: named.optional().describe("Variables: a value, null for absent, or what the value must hold."),
  labels: named.optional().describe("Labels: a value, null for absent, or what the value must hold."),
  healthcheck: union([boolean(), healthcheck]).optional().describe("true: it must have one; false: none; or what it must say."),
  "max-size": size.optional().describe("The most that its layers may hold uncompressed."),
  "max-layers": int().min(1).optional().describe("The most layers that it may have.")
});
var file = strictObject({
  path: path.describe("Absolute; links on the way are followed."),
  exists: boolean().default(true).describe("false: it must not be there."),
  type: _enum(["file", "directory", "link"]).optional().describe("What it is; a link is not followed then."),
  "non-empty": boolean().optional().describe("true: a file with content, or a directory with entries."),
  mode: mode.optional().describe("Its permissions, in octal."),
  owner: string().optional().describe("user, user:group, uid or uid:gid."),
  ...textFields
});
var rule = (fields) => union([boolean(), strictObject({ ...allow, ...fields })]);
var hardening = strictObject({
  setuid: rule({ base: string().optional().describe("The base image; what it has is allowed.") }).default(true).describe(
    "No setuid or setgid files beyond those of the base, or of distributions where no base is named."
  ),
  "world-writable": rule({}).default(true).describe("Nothing that everybody may write, save sticky directories such as /tmp."),
  "package-caches": rule({}).default(true).describe("No lists and archives of apt, apk, dnf, pip, uv, npm left behind.")
});
var secrets = strictObject({
  allow: array(
    strictObject({
      rule: string().optional().describe("The rule that found it, as the report names it."),
      path: glob.optional().describe("A glob of paths."),
      name: string().optional().describe("The name of a variable.")
    }).refine((entry) => Object.keys(entry).length > 0, "say rule, path or name").meta({ minProperties: 1 })
  ).default([]).describe("Findings that are none; all that an entry says must hold.")
});

// actions/checks/file/running.ts
var status = int().min(100).max(599);
var statuses = union([status.transform((one) => [one]), array(status).min(1)]);
var httpPath = string().startsWith("/", "write a path that begins with /").meta({ title: "path" });
var patience = {
  tries: int().min(1).max(3600).default(30).describe("How many intervals to wait."),
  interval: span.prefault("1s").describe("How long one is.")
};
var ready = strictObject({
  http: strictObject({
    path: httpPath.default("/").describe("What is requested."),
    port: port.optional().describe("The image's only EXPOSE, unless given."),
    status: statuses.prefault(200).describe("The status it must answer with, or any of several.")
  }).optional().describe("It answers this request."),
  tcp: port.optional().describe("It listens on this port."),
  exec: command.optional().describe("This command ends with 0 in it."),
  healthcheck: literal(true).optional().describe("The image's own HEALTHCHECK succeeds."),
  ...patience
}).refine(
  ({ http: http2, tcp, exec: exec2, healthcheck: healthcheck2 }) => [http2, tcp, exec2, healthcheck2].filter((way) => way !== void 0).length === 1,
  {
    message: "say exactly one of http, tcp, exec and healthcheck"
  }
).meta({ oneOf: ["http", "tcp", "exec", "healthcheck"].map((way) => ({ required: [way] })) });
var start = {
  env: environment.default({}).describe("Variables; null takes one away."),
  user: string().optional().describe("--user, as uid, uid:gid or a name."),
  entrypoint: command.optional().describe("In place of the image's ENTRYPOINT."),
  cmd: command.optional().describe("In place of the image's CMD."),
  "read-only": boolean().optional().describe("Its root can not be written."),
  tmpfs: array(path).optional().describe("Empty folders in memory.")
};
var process = strictObject({
  uid: id.optional().describe("Of process 1 and of every other, as /proc says it."),
  gid: id.optional().describe("The same of the group."),
  groups: array(id).optional().describe("Exactly its supplementary groups."),
  every: boolean().default(true).describe("false: process 1 only."),
  command: text.optional().describe("What the command line of process 1 must hold."),
  "no-new-privileges": boolean().optional().describe("Whether it can still gain rights by setuid programs.")
});
var http = strictObject({
  name: string().optional().describe("As reports call it."),
  path: httpPath.describe("What is requested; redirects are not followed."),
  port: port.optional().describe("The one of ready or the image's only one, unless given."),
  method: _enum(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]).default("GET").describe("How it is requested."),
  headers: record(string(), string()).default({}).describe("Headers of the request."),
  body: string().optional().describe("Content of the request."),
  status: statuses.prefault(200).describe("The status of the answer, or any of several."),
  "response-headers": record(string(), text).optional().describe("What headers of the answer must hold."),
  json: json().optional().describe("What the answer must hold as JSON; objects may have more."),
  ...textFields
});
var exit = union([int().min(0).max(255), literal("non-zero")]);
var output = {
  stdout: text.optional().describe("What its output must hold."),
  stderr: text.optional().describe("What its error output must hold."),
  output: text.optional().describe("Both streams together.")
};
var exec = strictObject({
  name: string().optional().describe("As reports call it."),
  cmd: command.describe("Word by word; there is no shell unless you name one."),
  user: string().optional().describe("Whom it runs as; unless given, as the container does."),
  env: environment.default({}).describe("Variables of this command alone."),
  exit: exit.default(0).describe("The exit code it must end with, or non-zero."),
  within: span.prefault("30s").describe("How long it may take."),
  ...output
});
var logs = strictObject(output);
var stop = strictObject({
  signal: signal.default("SIGTERM").describe("What process 1 is sent once it is ready."),
  exit: union([exit.transform((one) => [one]), array(exit).min(1)]).prefault(0).describe("The exit code it must end with, or any of several."),
  within: span.prefault("10s").describe("How long it may take to end.")
});
var asked = {
  ready: ready.optional().describe("When it counts as ready; unless given, as soon as it has started."),
  process: process.optional().describe("Whom its processes run as, read from /proc."),
  http: array(http).optional().describe("Requests, and what must come back."),
  exec: array(exec).optional().describe("Commands in the running container."),
  logs: logs.optional().describe("What it wrote up to then."),
  stop: stop.optional().describe("How it must end when asked to; {} takes SIGTERM, 0 and 10s.")
};
var run = strictObject({ ...start, ...asked });
var service = strictObject({
  image: string().describe("What it is started from."),
  env: environment.default({}).describe("Variables; null takes one away."),
  user: string().optional().describe("--user, as uid, uid:gid or a name."),
  cmd: command.optional().describe("In place of the image's CMD."),
  tmpfs: array(path).optional().describe("Empty folders in memory."),
  port: port.optional().describe("What {{name.port}} stands for."),
  ready: ready.optional().describe("When it counts as ready; unless given, as soon as it has started.")
});

// actions/checks/file/scenarios.ts
var ends = {
  exit: exit.optional().describe("It ends by itself, with this exit code."),
  within: span.optional().describe("How long it may take to end."),
  ...output
};
var oneShot = strictObject({
  name: string().describe("As reports call it."),
  ...start,
  ...ends,
  exit: exit.describe("The exit code it must end with, or non-zero."),
  within: span.prefault("10s").describe("How long it may take to end.")
});
var row = strictObject({
  name: string().describe("As reports call it."),
  ...start,
  ...asked,
  ...ends
});
var rebuild = strictObject({
  edit: string().describe("A file of the build context; a line is added in a copy."),
  cached: array(string()).default([]).describe("Beginnings or parts of steps that must come from the cache."),
  rebuilt: array(string()).default([]).describe("Those that must not.")
}).refine(({ cached, rebuilt }) => cached.length + rebuilt.length > 0, "name a step in cached or rebuilt").meta({ anyOf: ["cached", "rebuilt"].map((key) => ({ required: [key] })) });

// actions/checks/file/schema.ts
var checkFile = strictObject({
  version: literal(1).describe("The version of this format."),
  variables: record(string().regex(/^[a-z][a-z0-9-]*$/, "a variable is called like base-image"), string()).default({}).describe('What {{name}} stands for, unless the input "variables" says otherwise.'),
  image: image.optional().describe("What the image's config must say."),
  files: array(file).optional().describe("Paths in the image, read without starting it."),
  hardening: hardening.optional().describe("What makes an image easier to attack; {} checks all of it."),
  secrets: secrets.optional().describe("Credentials in variables, history and layers; {} checks all of it."),
  services: record(string().regex(/^[a-z][a-z0-9-]*$/, "a service is called like db or cache"), service).default({}).describe("Containers beside it, at {{name.host}} and {{name.port}}."),
  run: run.optional().describe("The image started, and what is asked of it."),
  cases: array(oneShot).optional().describe("Containers that must end by themselves."),
  matrix: array(row).optional().describe("The same over environments and users."),
  rebuild: array(rebuild).optional().describe("What a change of a source file must leave in the cache.")
});

// actions/checks/file/json-schema.ts
var SCHEMA_ADDRESS = "https://raw.githubusercontent.com/org/image-actions/v1/verify/image-verify.schema.json";
function jsonSchemaOfCheckFile() {
  const schema = toJSONSchema(checkFile, {
    io: "input",
    target: "draft-7",
    override: ({ jsonSchema, path: path2 }) => loosen(jsonSchema, path2.at(-1) === "propertyNames")
  });
  const title = "What image-actions verifies of an image";
  return { $id: SCHEMA_ADDRESS, title, ...schema };
}
function loosen(schema, isName) {
  delete schema.format;
  if (schema.type !== "string" || isName || schema.enum || schema.const !== void 0) return;
  const canBeNumber = schema.pattern === void 0 || new RegExp(schema.pattern).test("755");
  if (canBeNumber) schema.type = ["string", "number", "boolean"];
}
function keysAt(path2, root = jsonSchemaOfCheckFile()) {
  const forms = path2.reduce(
    (schemas, part) => schemas.flatMap((schema) => below(schema, part)),
    formsOf(root)
  );
  return [...new Set(forms.flatMap(({ properties }) => Object.keys(properties ?? {})))];
}
function homesOf(key, root = jsonSchemaOfCheckFile()) {
  const sections = Object.keys(root.properties ?? {});
  const homes = sections.filter((section) => keysAt([section], root).includes(key));
  return sections.includes(key) ? ["", ...homes] : homes;
}
function below(schema, part) {
  const { properties = {}, additionalProperties, items } = schema;
  if (typeof part === "number") return formsOf(items);
  if (Object.hasOwn(properties, part)) return formsOf(properties[String(part)]);
  return typeof additionalProperties === "object" ? formsOf(additionalProperties) : [];
}
function formsOf(schema) {
  return schema ? [schema, ...(schema.anyOf ?? []).flatMap(formsOf)] : [];
}

export {
  checkFile,
  SCHEMA_ADDRESS,
  keysAt,
  homesOf
};
