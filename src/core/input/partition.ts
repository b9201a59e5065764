/** A partition of the directory: `DC=ForestDnsZones,DC=contoso,DC=com`. */
export const PARTITION = /\b((?:DC|CN)=[^\s,]+(?:,(?:DC|CN)=[^\s,]+)+)/;
