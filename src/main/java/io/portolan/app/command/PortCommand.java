package io.portolan.app.command;

import io.portolan.app.port.CardJson;
import io.portolan.app.port.CardList;
import io.portolan.app.port.CardText;
import io.portolan.app.port.PortCard;
import io.portolan.app.port.PortCatalog;
import io.portolan.app.port.UnknownServiceException;
import io.portolan.judge.InvalidRuleException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portolan port}: what is known of a port. */
@Command(
        name = "port",
        description = "Print what is known of a port: its range, what it is registered for, whether a rule watches it,"
                + " and how to see which process owns it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The card was printed, also if the port is not listed.",
            "1:No service has this name.",
            "2:The command line is wrong, for example a port beyond 65535."
        })
public final class PortCommand implements Callable<Integer> {
    private static final int MOST_CARDS = 3;

    @Parameters(
            paramLabel = "PORT",
            description = "1274, 443/tcp, tcp/443, or a service name or alias such as t1distproc.")
    private String port;

    @Option(names = "--json", description = "Print one JSON object a port instead of a card.")
    private boolean json;

    @Mixin
    private Knowledge knowledge;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InvalidRuleException {
        PrintWriter out = spec.commandLine().getOut();
        List<PortCard> cards = cards();
        if (json) {
            for (PortCard card : cards) {
                CardJson.write(card, out);
            }
        } else if (cards.size() > MOST_CARDS) {
            out.print(CardList.of(port, cards));
        } else {
            out.print(cards.stream().map(CardText::of).collect(Collectors.joining("\n\n")));
        }
        out.flush();
        return 0;
    }

    private List<PortCard> cards() throws IOException, InvalidRuleException {
        PortCatalog catalog =
                new PortCatalog(knowledge.registry(spec.commandLine().getErr()), knowledge.rules());
        try {
            return catalog.find(port);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        } catch (UnknownServiceException e) {
            throw new Failure(e.getMessage(), e);
        }
    }
}
