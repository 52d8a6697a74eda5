/** The pictures of docs/terraform.md: policies in Terraform and in Markdown. */
import type { Scene } from './scene.js';

const terraform = { folder: 'test/host/pictures', file: 'main.tf' };

export const terraformScenes: readonly Scene[] = [
  {
    name: 'terraform-fix',
    ...terraform,
    play: async (workbench, file) => {
      await workbench.putCursor(file, 'CreateTrtcApp', 2);
      return workbench.quickFixes();
    },
    shows: /statement of their own/,
  },
  {
    name: 'terraform-fix-jsonencode',
    ...terraform,
    play: async (workbench, file) => {
      await workbench.putCursor(file, 'Recieve', 2);
      return workbench.quickFixes();
    },
    shows: /Receive/,
  },
  {
    name: 'terraform-complete',
    ...terraform,
    play: async (workbench, file) => {
      await workbench.putCursor(file, 'Recieve*', 2);
      for (let at = 2; at < 'Recieve*'.length; at++) await workbench.press('Delete');
      await workbench.press('ControlOrMeta+Space');
      return workbench.suggestions();
    },
    shows: /ReceiveMessage/,
  },
  {
    name: 'terraform-hover',
    ...terraform,
    play: async (workbench, file) => {
      await workbench.putCursor(file, 'DismissRoom', 2);
      return workbench.hover();
    },
    shows: /DismissRoom/,
  },
  {
    name: 'markdown-fix',
    ...terraform,
    file: 'README.md',
    play: async (workbench, file) => {
      await workbench.putCursor(file, 'alow', 2);
      return workbench.quickFixes();
    },
    shows: /allow/,
  },
];
