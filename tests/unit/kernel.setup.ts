export { buildKernel as setup } from '../../tools/kernel.ts';
