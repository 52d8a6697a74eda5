/** The help of the command line and of each command; each fits a screen of 24 lines and 80 columns. */
import type { Text } from '../core/index.js';

export const generalHelp: Text = {
  en: `Checks Tencent Cloud CAM policies.

Usage: cam-policy COMMAND [OPTION...] [PATH...]

Commands:
  check        report what is wrong with policies

Options:
  -h, --help   help; after a command, the help of that command
  -v, --version

Exit codes: 0 no findings that fail, 1 findings, 2 the work could not be done.
`,
  zh: `检查腾讯云 CAM 策略。

用法：cam-policy 命令 [选项...] [路径...]

命令：
  check        报告策略中的问题

选项：
  -h, --help   帮助；写在命令之后时显示该命令的帮助
  -v, --version

退出码：0 没有导致失败的问题，1 有问题，2 未能完成。
`,
};

export const checkHelp: Text = {
  en: `Reports what is wrong with policies.

Usage: cam-policy check [OPTION...] [PATH...]

PATH is a file, a folder (its *.cam.json, also in folders below; not in
node_modules and folders whose names begin with a dot), or - for standard
input. Without a PATH: the current folder.

  --stdin-filename NAME   what standard input is called
  --format FORMAT         text (default) or json
  --output FILE           write there instead of to standard output
  --rule NAME=LEVEL       set a rule to off, hint, information, warning or
                          error; may be repeated
  --min-severity LEVEL    hide what is less severe (default information)
  --max-warnings N        fail where there are more warnings than N
  --lang LANGUAGE         en or zh-cn
  --color WHEN            auto (default), always or never
  --quiet                 no summary
  -h, --help

Exit codes: 0 no errors, 1 errors or too many warnings, 2 a bad option or a
file that cannot be read; the other files are checked all the same.
`,
  zh: `报告策略中的问题。

用法：cam-policy check [选项...] [路径...]

路径可以是文件、文件夹或表示标准输入的 -。文件夹指其中及各级子文件夹中的
*.cam.json，跳过 node_modules 和名称以点开头的文件夹。不写路径时检查当前文件夹。

  --stdin-filename NAME   标准输入的名称
  --format FORMAT         text（默认）或 json
  --output FILE           写入该文件，而不是标准输出
  --rule NAME=LEVEL       将规则设为 off、hint、information、warning 或 error；
                          可重复
  --min-severity LEVEL    隐藏低于此级别的结果（默认 information）
  --max-warnings N        警告多于 N 个时失败
  --lang LANGUAGE         en 或 zh-cn
  --color WHEN            auto（默认）、always 或 never
  --quiet                 不输出汇总
  -h, --help

退出码：0 没有错误，1 有错误或警告过多，2 选项有误或有文件无法读取；
其余文件照常检查。
`,
};
