/** A command of a GitHub workflow, `::warning file=a,line=1::text`, with a line end. `properties` are written in their order. */
export function workflowCommand(
  command: string,
  properties: { readonly [name: string]: string | number },
  message: string,
): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  return `::${command} ${written.join(',')}::${escaped(message)}\n`;
}

/** What means something in the text of a workflow command. */
const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** And in its properties. */
const escapedProperty = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
