/** Takes pictures and links out of Markdown, for where they lead nowhere. */

/** `markdown` without paragraphs that are only a picture of the repository, in Markdown or HTML; pictures with an address of their own stay. */
export function withoutPictures(markdown: string): string {
  return markdown
    .replaceAll(/^<picture>.*?<\/picture>\n+/gms, '')
    .replaceAll(/^!\[[^\]]*\]\((?!https?:)[^)]*\)\n+/gm, '')
    .replaceAll(/^<img [^>]*src="(?!https?:)[^>]*>\n+/gm, '');
}

/** `markdown` with the words of its links to files in their place; links with an address of their own and links to headings stay. */
export const withoutFileLinks = (markdown: string): string =>
  markdown.replaceAll(/(?<!!)\[([^\][]*)\]\((?!https?:|#)[^()]*\)/gu, '$1');
