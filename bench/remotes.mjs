import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:http";
import { createServer as createSocket } from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import fs from "fs-extra";

/** A port that is free now. */
function freePort() {
  return new Promise((resolve) => {
    const server = createSocket().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * A server for ssh on this machine alone, with keys of its own: the nearest that a remote over ssh can be. Returns what goes in
 * front of a path, and the ssh that git is to call; null where sshd is not installed or does not start.
 */
export async function startSsh(folder) {
  const sshd = ["/usr/sbin/sshd", "/usr/bin/sshd", "/usr/local/sbin/sshd"].find((file) => fs.existsSync(file));
  if (sshd === undefined) return null;
  const place = join(folder, "sshd");
  fs.ensureDirSync(place);
  for (const key of ["host", "key"])
    spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(place, key)], { stdio: "ignore" });
  // Run by root, it wants this folder, which a system that has never started it may lack.
  if (userInfo().uid === 0) fs.ensureDirSync("/run/sshd");
  const port = await freePort();
  const settings = [
    ...[`Port ${port}`, "ListenAddress 127.0.0.1", `HostKey ${join(place, "host")}`, "PidFile none", "UsePAM no"],
    ...[`AuthorizedKeysFile ${join(place, "key.pub")}`, "StrictModes no", "PasswordAuthentication no"],
    "PermitRootLogin prohibit-password",
  ];
  fs.writeFileSync(join(place, "config"), `${settings.join("\n")}\n`);
  const server = spawn(sshd, ["-D", "-e", "-f", join(place, "config")], { stdio: "ignore" });
  process.on("exit", () => server.kill());
  const known = `-o StrictHostKeyChecking=no -o UserKnownHostsFile=${join(place, "known")} -o LogLevel=ERROR`;
  const ssh = `ssh -F none -i ${join(place, "key")} -p ${port} -o BatchMode=yes ${known}`;
  for (let wait = 0; wait < 50; wait++) {
    if (spawnSync("sh", ["-c", `${ssh} 127.0.0.1 true`], { stdio: "ignore" }).status === 0)
      return { front: "ssh://127.0.0.1", env: { GIT_SSH_COMMAND: ssh, GIT_SSH_VARIANT: "ssh" } };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return null;
}

/** git's own program for http behind a plain server of this process; it is to run on while others are waited for. */
export async function startHttp(folder) {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url, "http://127.0.0.1");
    const backend = spawn("git", ["http-backend"], {
      env: {
        ...process.env,
        GIT_PROJECT_ROOT: folder,
        GIT_HTTP_EXPORT_ALL: "1",
        GIT_PROTOCOL: request.headers["git-protocol"] ?? "",
        PATH_INFO: pathname,
        QUERY_STRING: search.slice(1),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers["content-type"] ?? "",
        HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "",
        REMOTE_USER: "ana",
      },
      stdio: ["pipe", "pipe", "inherit"],
    });
    request.pipe(backend.stdin);
    const parts = [];
    backend.stdout.on("data", (part) => parts.push(part));
    backend.stdout.on("end", () => {
      const answer = Buffer.concat(parts);
      const end = answer.indexOf("\r\n\r\n");
      for (const line of answer.subarray(0, end).toString().split("\r\n")) {
        const [name, value] = line.split(": ");
        if (name === "Status") response.statusCode = Number.parseInt(value, 10);
        else response.setHeader(name, value);
      }
      response.end(answer.subarray(end + 4));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  return { front: `http://127.0.0.1:${server.address().port}`, env: {} };
}
