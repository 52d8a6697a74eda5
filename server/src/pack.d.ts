/** esbuild hands over files of this kind as text. */
declare module '*.pack' {
  const text: string;
  export default text;
}
