import { answerHttp } from "@/lib/server/to-route";

type Context = { params: Promise<{ path: string[] }> };

async function answer(request: Request, context: Context): Promise<Response> {
  return answerHttp(request, (await context.params).path);
}

export { answer as GET, answer as PATCH, answer as POST, answer as PUT };
