export default () => ({ dir: { input: "content" } });
