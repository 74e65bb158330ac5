// A file to download, in UTF-8; its name is given in both forms that browsers understand.
export function fileResponse(
  file: { readonly fileName: string; readonly contentType: string; readonly content: string },
  requestId: string,
): Response {
  const plain = file.fileName.replace(/[^\w.-]/gu, "_");
  return new Response(file.content, {
    headers: {
      "content-type": file.contentType,
      "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-request-id": requestId,
    },
  });
}
