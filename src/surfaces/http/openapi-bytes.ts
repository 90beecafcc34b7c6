// The routes that move bytes and are no operations, as OpenAPI paths. Written by hand: the contract does not know them.

export type JsonObject = { readonly [name: string]: unknown };

const problem = (description: string): JsonObject => ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } });

export const BYTE_PATHS: JsonObject = {
  '/api/v1/uploads': {
    post: {
      operationId: 'upload', tags: ['import'],
      summary: 'Takes one file as a stream of bytes; hand its id to import.start.',
      description: 'The disk is the only limit. The name is shown to people and never used as a path.',
      parameters: [{ name: 'name', in: 'query', required: false, description: 'The file’s name', schema: { type: 'string' } }],
      requestBody: { required: true, content: { 'application/octet-stream': { schema: {} } } },
      responses: {
        200: {
          description: 'The file is stored',
          content: {
            'application/json': {
              schema: {
                type: 'object', required: ['upload', 'name', 'bytes', 'sha256'], additionalProperties: false,
                properties: { upload: { type: 'string' }, name: { type: 'string' }, bytes: { type: 'integer', minimum: 0 }, sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
              },
            },
          },
        },
        401: problem('`not_signed_in`'), 403: problem('`foreign_origin`, `not_allowed`'), 413: problem('`too_large`: the disk is full'), 415: problem('`wrong_media_type`'), 500: problem('Something broke on the server’s side'),
      },
    },
  },
  '/api/v1/archives/{id}': {
    get: {
      operationId: 'archive', tags: ['export'],
      summary: 'Gives the bytes of an archive that export.create made.', description: 'A ZIP file, as an attachment.',
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      responses: {
        200: { description: 'The archive', content: { 'application/zip': { schema: {} } } },
        401: problem('`not_signed_in`'), 403: problem('`foreign_origin`, `not_allowed`'), 404: problem('`not_found`'), 500: problem('Something broke on the server’s side'),
      },
    },
  },
};
