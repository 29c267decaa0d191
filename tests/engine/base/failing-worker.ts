/** Fail in another thread. */
export default (): never => {
  throw new Error('failed in another thread');
};
