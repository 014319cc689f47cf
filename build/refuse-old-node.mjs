// The bundler does not load on every Node that the bundle runs on, and would say so in a page of stacks.
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19) || (major === 22 && minor < 12)) {
  console.error(`storybank can't be built with Node ${process.versions.node}: that needs 20.19, 22.12 or newer.`);
  console.error("Once built and packed, it runs on 20.17, too.");
  process.exit(1);
}
