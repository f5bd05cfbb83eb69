package org.groundplan.server;

import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** The tools over the Model Context Protocol, on standard input and output. */
public final class McpStdio {
    private static final int MOST_STEPS = 6;

    private McpStdio() {}

    /**
     * Serves until the input ends.
     *
     * @param home the only folder below which designs are written
     * @param version of the product
     */
    public static void serve(InputStream in, OutputStream out, Path home, String version)
            throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        var json = new JacksonMcpJsonMapper(JsonMapper.builder().build());
        McpSyncServer server =
                McpServer.sync(new StdioServerTransportProvider(json, new Ending(in, ended), out))
                        .jsonMapper(json)
                        .serverInfo("groundplan", version)
                        .instructions(AgentTools.INSTRUCTIONS)
                        .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
                        .tools(
                                AgentTools.of(new Conversation(home)).stream()
                                        .map(McpStdio::tool)
                                        .toList())
                        .build();
        ended.await();
        server.closeGracefully();
    }

    private static SyncToolSpecification tool(Tool tool) {
        var described =
                McpSchema.Tool.builder(tool.name(), tool.input())
                        .title(tool.title())
                        .description(tool.description())
                        .annotations(
                                new McpSchema.ToolAnnotations(
                                        tool.title(), tool.readsOnly(), false, true, false, null));
        if (!tool.output().isEmpty()) {
            described.outputSchema(tool.output());
        }
        return new SyncToolSpecification(
                described.build(), (exchange, request) -> call(tool, exchange, request));
    }

    private static McpSchema.CallToolResult call(
            Tool tool, McpSyncServerExchange exchange, McpSchema.CallToolRequest request) {
        Map<String, Object> arguments =
                request.arguments() == null ? Map.of() : request.arguments();
        Tool.Answer answer;
        try {
            answer = tool.handler().call(arguments, progress(exchange, request));
        } catch (RuntimeException e) {
            answer =
                    Tool.Answer.wrong(
                            "A bug of ours: "
                                    + e
                                    + ". Please report it with the brief; another brief or trial=false may work.");
        }
        var result =
                McpSchema.CallToolResult.builder()
                        .content(List.of(McpSchema.TextContent.builder(answer.text()).build()))
                        .isError(answer.error());
        if (!answer.structured().isEmpty()) {
            result.structuredContent(answer.structured());
        }
        return result.build();
    }

    /** Tells the client what begins, where it asked to be told. */
    private static Consumer<String> progress(
            McpSyncServerExchange exchange, McpSchema.CallToolRequest request) {
        Object token = request.meta() == null ? null : request.meta().get("progressToken");
        AtomicInteger step = new AtomicInteger();
        return message -> {
            if (token != null) {
                int now = step.incrementAndGet();
                exchange.progressNotification(
                        McpSchema.ProgressNotification.builder(token, now)
                                .total((double) Math.max(MOST_STEPS, now))
                                .message(message)
                                .build());
            }
        };
    }

    /** Says when the input has ended. */
    private static final class Ending extends FilterInputStream {
        private final CountDownLatch ended;

        Ending(InputStream in, CountDownLatch ended) {
            super(in);
            this.ended = ended;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b < 0) {
                ended.countDown();
            }
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            if (n < 0) {
                ended.countDown();
            }
            return n;
        }
    }
}
