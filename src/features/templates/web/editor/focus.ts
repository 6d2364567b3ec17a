/** Where the focus can be put: by the id of a section or an item, as its own element's id. */
export const elementId = {
  title: 'template-title',
  addSection: 'add-section',
  prompt: (itemId: string) => `prompt-${itemId}`,
  itemMenu: (itemId: string) => `item-menu-${itemId}`,
  sectionTitle: (sectionId: string) => `section-title-${sectionId}`,
  sectionMenu: (sectionId: string) => `section-menu-${sectionId}`,
  addItem: (sectionId: string) => `add-item-${sectionId}`,
};

/** After the page has been drawn anew, and a menu that was open has given the focus back. */
export function focusSoon(id: string): void {
  setTimeout(() => requestAnimationFrame(() => document.getElementById(id)?.focus()), 30);
}
